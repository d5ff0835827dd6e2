"""Licences of makers of image, video and 3D models."""
