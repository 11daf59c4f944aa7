package org.convergence.outreach.assembly.domain;

import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.GuestBallotSource.GuestBallot;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentContent;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Gives access to one meeting by its link, without an account: its agenda, its papers, and a guest's own ballot. A closed
 * or expired link is indistinguishable from an unknown one.
 */
@Service
@Open("a link opens one meeting to its recipient")
public class GuestAccessService {

    private static final Actor GUEST = Actor.system("meeting link");

    private final MeetingLinkService links;
    private final MeetingQueries meetings;
    private final MeetingPaperBinder papers;
    private final ObjectProvider<GuestBallotSource> ballots;

    GuestAccessService(
            MeetingLinkService links,
            MeetingQueries meetings,
            MeetingPaperBinder papers,
            ObjectProvider<GuestBallotSource> ballots) {
        this.links = links;
        this.meetings = meetings;
        this.papers = papers;
        this.ballots = ballots;
    }

    /** A paper with its content. */
    public record GuestPaper(Document document, DocumentContent content) {}

    /**
     * The meeting behind a secret.
     *
     * @throws NotFound if it opens no meeting
     */
    public Agenda findAgenda(String secret) {
        return opened(secret, agenda -> agenda);
    }

    /** The guest behind a secret; empty for the link of a person with a seat, and for one that opens nothing. */
    public Optional<UUID> findGuest(String secret) {
        return links.findReader(secret).flatMap(each -> Optional.ofNullable(each.guest()));
    }

    /** The ballot of the guest behind a secret; empty for none. */
    public Optional<GuestBallot> findBallot(String secret) {
        return findGuest(secret)
                .flatMap(guest -> ballots.stream()
                        .flatMap(each -> each.findBallot(guest).stream())
                        .findFirst());
    }

    /** Writes the papers of an agenda as one PDF. The caller has checked the guest's secret. */
    public void writePapers(Agenda agenda, Words t, OutputStream out) {
        CurrentActor.runAs(GUEST, () -> papers.write(agenda, t, out));
    }

    /**
     * A paper of the meeting.
     *
     * @throws NotFound if the secret opens no meeting, or the paper belongs to another one
     */
    public GuestPaper findPaper(String secret, UUID document) {
        return opened(
                secret,
                agenda -> agenda.papers().stream()
                        .filter(paper -> paper.id().value().equals(document))
                        .findFirst()
                        .flatMap(paper -> papers.content(agenda, paper).map(content -> new GuestPaper(paper, content)))
                        .orElseThrow(() -> new NotFound("document")));
    }

    private <T> T opened(String secret, Function<Agenda, T> work) {
        UUID meeting = links.open(secret).orElseThrow(() -> new NotFound("meeting"));
        return CurrentActor.callAs(GUEST, () -> work.apply(meetings.findAgenda(new MeetingId(meeting))));
    }
}
