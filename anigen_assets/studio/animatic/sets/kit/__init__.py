"""What sets are painted with: the light of a place, its camera, sky, plants, ground, rooms and furniture."""
