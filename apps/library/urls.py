"""Addresses of the public pages. Those below /rulebook/ and /licences/ are permanent."""

from django.urls import path, re_path

from apps.library import views, views_licences
from apps.library.feed import ChangesFeed
from apps.library.naming import ABOUT

_kinds = "|".join(ABOUT)

app_name = "library"
urlpatterns = [
    path("", views.home, name="home"),
    path("rulebook/", views.rulebook, name="rulebook"),
    path("rulebook/search/", views.search_page, name="search"),
    path("rulebook/domains/", views.domains_page, name="domains"),
    path("rulebook/crosswalk/", views.crosswalk_page, name="crosswalk"),
    path("rulebook/openness/", views.openness_page, name="openness"),
    path("rulebook/sources/", views.sources_page, name="sources"),
    re_path(rf"^rulebook/(?P<kind>{_kinds})/$", views.listing, name="listing"),
    path("rulebook/examples/<path:key>/", views.example, name="example"),
    re_path(rf"^rulebook/(?P<kind>{_kinds})/(?P<key>[^/]+)/$", views.piece, name="piece"),
    path("licences/", views_licences.licences, name="licences"),
    path("licences/compare/", views_licences.compare, name="licences_compare"),
    path("licences/<str:key>/", views_licences.licence, name="licence"),
    path("changes/", views.changes_page, name="changes"),
    path("changes/feed.atom", ChangesFeed(), name="changes_feed"),
    path("coverage/", views.coverage_page, name="coverage"),
    path("coverage/unverified/<str:place>/", views.unverified_page, name="unverified"),
    path("myths/", views.myths, name="myths"),
    path("help/", views.help_page, name="help"),
]
