"""A labelled set of organizations and questions that measures how well the finder answers."""
