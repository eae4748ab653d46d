"""What the end-to-end tests share: the real server, a webhook receiver, documents, a person."""
