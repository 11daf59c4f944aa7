package org.convergence.platform.search;

/**
 * A search result.
 *
 * @param title its name
 * @param detail place, date or kind that distinguishes it; may be empty
 * @param url its page
 */
public record SearchHit(String title, String detail, String url) {}
