"""The last stage of a build: what was rendered and checked becomes the site, whole or not at all."""
