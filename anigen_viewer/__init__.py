"""The place to watch: a Streamlit application over read models."""
