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

    /** SQL for the letters to these guests of the meeting {@code :meeting}: id, kind, table_name, state and left_on. */
    String writtenSql();

    /**
     * SQL for the rows whose history is that of the meeting {@code :meeting}: id, table_name, and the names of the use
     * cases that are told, gestures; {@code :gestures} are those of letters.
     */
    String handledSql();
}
