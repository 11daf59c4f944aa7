package org.convergence.plan.reading.domain;

import org.convergence.plan.reading.domain.outline.SectionKind;
import org.convergence.plan.reading.domain.text.Position;

/**
 * A part of the plan outside its objectives.
 *
 * @param kind what it is about, by its title
 * @param title its title, or empty
 * @param text its words, paragraphs apart by an empty line, items of lists each on a line
 * @param at where it begins in the file
 */
public record ReadSection(SectionKind kind, String title, String text, Position at) {}
