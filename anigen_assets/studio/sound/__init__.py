"""Sound: voices, score, ambience and the mix, in numpy; 48 kHz stereo float32."""
