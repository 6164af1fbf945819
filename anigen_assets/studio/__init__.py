"""Pictures and sound: from a plan to a film on disk. The only place that imports skia and av."""
