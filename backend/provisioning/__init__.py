"""The rules of the wizard, in the manual's words: one file a step, one function a transition."""
