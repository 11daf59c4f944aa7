package org.convergence.outreach.vote.domain;

import java.util.List;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.vote.domain.Vote.RollEntry;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.VoteQueries.DelegateMover;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rolls of votes by name, and the delegates in the hall. */
@Component
record RollRepository(JdbcClient db) {

    /** The delegates in the hall, by name. */
    List<DelegateMover> findMovers(MeetingId meeting) {
        return db.sql("""
                        SELECT s.id AS delegate,
                               s.name || CASE WHEN o.id IS NULL THEN '' ELSE ' (' || coalesce(o.short_name, o.name) || ')' END AS label
                        FROM outreach.vote_delegate s JOIN outreach.vote_delegation d ON d.id = s.delegation
                        LEFT JOIN directory.people_organisation_name o ON o.id = d.organisation
                        WHERE d.meeting = ? AND s.present ORDER BY platform.fold(s.name), s.id LIMIT 2000
                        """)
                .param(meeting.value())
                .query(RecordMapper.of(DelegateMover.class))
                .list();
    }

    /** The delegates on a roll whose name or delegation has the words, those who have not voted first. */
    List<RollEntry> findRoll(VoteId vote, String words, int limit) {
        return db.sql("""
                        SELECT * FROM (
                            SELECT s.id AS delegate, s.name, coalesce(o.short_name, o.name, p.display_name) AS delegation, r.cards,
                                   s.present, EXISTS (SELECT FROM outreach.vote_ballot b
                                                      WHERE b.vote = r.vote AND b.delegate = r.delegate) AS has_voted
                            FROM outreach.vote_roll r JOIN outreach.vote_delegate s ON s.id = r.delegate
                            JOIN outreach.vote_delegation d ON d.id = s.delegation
                            LEFT JOIN directory.people_organisation_name o ON o.id = d.organisation
                            LEFT JOIN directory.people_person_name p ON p.id = d.person
                            WHERE r.vote = :vote) x
                        WHERE platform.fold(name || ' ' || delegation) LIKE '%' || platform.fold(:words) || '%'
                        ORDER BY has_voted, delegation, name, delegate LIMIT :limit
                        """)
                .param("vote", vote.value())
                .param("words", words)
                .param("limit", limit)
                .query(RecordMapper.of(RollEntry.class))
                .list();
    }
}
