package org.convergence.outreach.assembly.domain;

import java.time.Instant;

/**
 * Notices of one kind, written to several people at once.
 *
 * @param who the name of the user who sent them
 * @param progress the state of their letters today
 */
public record SentNotice(Instant at, String who, NoticeKind kind, NoticeProgress progress) {}
