"""All addresses of Remit, and a page that renders a static template."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from apps.config.urls import urlpatterns as remit


def static_page(request: HttpRequest) -> HttpResponse:
    return render(request, "static.html")


urlpatterns = [*remit, path("static-page/", static_page)]
