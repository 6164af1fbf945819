"""Film files: encode, join, probe, subtitles, chapters, posters and manifests."""
