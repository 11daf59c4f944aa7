package org.convergence.plan.reading.domain;

import org.convergence.plan.reading.domain.outline.ReadSectionKind;
import org.convergence.plan.reading.domain.text.FilePosition;

/**
 * A part of the plan outside its objectives.
 *
 * @param kind its subject, by its title
 * @param title its title, or empty
 * @param text its text: paragraphs separated by an empty line, list items one per line
 * @param at where it begins in the file
 */
public record ReadSection(ReadSectionKind kind, String title, String text, FilePosition at) {}
