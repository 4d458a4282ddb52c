"""What to build, keep and drop; the pipeline that reads as the diagram in DESIGN.md."""
