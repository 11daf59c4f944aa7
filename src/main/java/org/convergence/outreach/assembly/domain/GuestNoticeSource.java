package org.convergence.outreach.assembly.domain;

/**
 * The notice of general assemblies to members and their delegates, who hold no seat; contributed by the module that writes
 * to them.
 */
public interface GuestNoticeSource {

    /**
     * SQL for the rows of {@link NoticeQueries#progress}, with columns of the same names: the states of the first letters
     * to these guests of the meeting {@code meeting}. A statement of meetings contains it, so that no page asks twice.
     */
    String progressSql();
}
