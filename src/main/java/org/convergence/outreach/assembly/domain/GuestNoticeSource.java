package org.convergence.outreach.assembly.domain;

import java.util.Collection;
import java.util.Map;
import org.convergence.outreach.assembly.MeetingId;

/**
 * The notice of general assemblies to members and their delegates, who hold no seat; contributed by the module that writes
 * to them.
 */
public interface GuestNoticeSource {

    /** How far the first letters to these guests are, by meeting; none for meetings without such letters. */
    Map<MeetingId, NoticeProgress> findProgress(Collection<MeetingId> meetings);
}
