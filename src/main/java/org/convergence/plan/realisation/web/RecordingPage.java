package org.convergence.plan.realisation.web;

/** « C'est fait »: the form, and the files that came with it if it is shown again. */
public record RecordingPage(EntryPage entry, Arriving files) {}
