"""What others send a broadcast with, each as its own documentation does, in an environment of its own."""
