package org.convergence.outreach.assembly.domain;

import java.io.OutputStream;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentContent;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Service;

/**
 * One meeting for who holds a link to it, without an account: its agenda and its papers, and nothing else. A link that is
 * closed or outdated is like one that never was.
 */
@Service
@Open("a link opens one meeting, to whom it was handed")
public class GuestAccess {

    private static final Actor GUEST = Actor.system("meeting link");

    private final MeetingLinks links;
    private final MeetingReading reading;
    private final MeetingPapers papers;

    GuestAccess(MeetingLinks links, MeetingReading reading, MeetingPapers papers) {
        this.links = links;
        this.reading = reading;
        this.papers = papers;
    }

    /** A paper, to be sent. */
    public record Sent(Document document, DocumentContent content) {}

    /**
     * The meeting behind a secret.
     *
     * @throws NotFound where it opens nothing
     */
    public Agenda agenda(String secret) {
        return opened(secret, agenda -> agenda);
    }

    /** Its papers as one PDF; written once the secret was found good. */
    public void write(Agenda agenda, Words t, OutputStream out) {
        CurrentActor.runAs(GUEST, () -> papers.write(agenda, t, out));
    }

    /**
     * One of its papers.
     *
     * @throws NotFound where the secret opens nothing, or the paper is of another meeting
     */
    public Sent paper(String secret, UUID document) {
        return opened(
                secret,
                agenda -> agenda.papers().stream()
                        .filter(paper -> paper.id().value().equals(document))
                        .findFirst()
                        .flatMap(paper -> papers.content(agenda, paper).map(content -> new Sent(paper, content)))
                        .orElseThrow(() -> new NotFound("document")));
    }

    private <T> T opened(String secret, Function<Agenda, T> work) {
        UUID meeting = links.open(secret).orElseThrow(() -> new NotFound("meeting"));
        return CurrentActor.callAs(GUEST, () -> work.apply(reading.agenda(new MeetingId(meeting))));
    }
}
