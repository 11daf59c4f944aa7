package org.convergence.outreach.event.domain;

import org.convergence.outreach.event.domain.Event.EventMode;

/**
 * Words of ours in a letter to everyone who registered (R-EVT-10).
 *
 * @param words may be empty
 * @param online the words for guests on line; empty for the same
 */
public record EventNote(String words, String online) {

    static final EventNote NONE = new EventNote("", "");

    String forMode(EventMode mode) {
        return mode == EventMode.ONLINE && !online.isBlank() ? online : words;
    }
}
