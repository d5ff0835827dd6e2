"""All addresses of Remit."""

from django.urls import include, path

from apps.config import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("", include("apps.library.urls")),
    path("", include("apps.profiles.urls")),
    path("", include("apps.assessments.urls")),
    path("", include("apps.reports.urls")),
    path("", include("apps.compare.urls")),
    path("api/", include("apps.api.urls")),
]

handler400 = "apps.config.views.bad_request"
handler403 = "apps.config.views.permission_denied"
handler404 = "apps.config.views.page_not_found"
handler500 = "apps.config.views.server_error"
