package org.convergence.cooperation.watch;

/** What an item leads to. */
public enum WatchLead {
    POSITION("/advocacy/position/new"),
    URGENT_ACTION("/advocacy/urgentaction/new"),
    /** The guide of the country is revised. */
    GUIDE("/safety/guide"),
    /** A note to the board. */
    BOARD_NOTE("/outreach/assembly");

    private final String start;

    WatchLead(String start) {
        this.start = start;
    }

    /** The address where it begins. */
    public String start() {
        return start;
    }

    /** Message key of its name. */
    public String key() {
        return "watch.lead." + name();
    }
}
