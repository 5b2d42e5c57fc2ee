"""Lists of outstanding workers as offices keep them, judged row by row and written as candidacies."""
