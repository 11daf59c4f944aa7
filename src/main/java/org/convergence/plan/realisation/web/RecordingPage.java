package org.convergence.plan.realisation.web;

/** « C'est fait »: the form, and its uploads if it is shown again. */
public record RecordingPage(RealisationFormPage entry, UploadFields files) {}
