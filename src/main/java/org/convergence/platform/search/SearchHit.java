package org.convergence.platform.search;

/**
 * Something found.
 *
 * @param title its name
 * @param detail what tells it from others: place, date, kind; may be empty
 * @param url its page
 */
public record SearchHit(String title, String detail, String url) {}
