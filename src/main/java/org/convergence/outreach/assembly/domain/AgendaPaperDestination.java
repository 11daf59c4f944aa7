package org.convergence.outreach.assembly.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.plan.report.PaperDestination;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextShortener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts reports on agendas of meetings: an item for the report, and one for each decision asked for. */
@Component
record AgendaPaperDestination(
        AgendaService agendas,
        MeetingQueries meetings,
        DocumentService documents,
        OrganisationSettings settings,
        JdbcClient db)
        implements PaperDestination {

    private static final String HOME = "/outreach/assembly/meetings/";
    private static final int MOST = 50;

    private static final String MEETINGS = """
            SELECT m.id, b.name, b.kind, m.begins FROM outreach.assembly_meeting m
            JOIN outreach.assembly_body b ON b.id = m.body
            """;

    @Override
    public List<PaperDestination.DestinationMeeting> findComing() {
        if (!CurrentActor.get().may(AssemblyPermissions.PREPARE)) {
            return List.of();
        }
        return db.sql(MEETINGS
                        + " WHERE m.state = 'PLANNED' AND m.begins >= :today ORDER BY m.begins, m.id LIMIT :most")
                .param("today", settings.today().atStartOfDay())
                .param("most", MOST)
                .query((row, n) -> meeting(row))
                .list();
    }

    @Override
    public Optional<PaperDestination.DestinationMeeting> find(UUID meeting) {
        return CurrentActor.get().may(AssemblyPermissions.READ)
                ? db.sql(MEETINGS + " WHERE m.id = ?")
                        .param(meeting)
                        .query((row, n) -> meeting(row))
                        .optional()
                : Optional.empty();
    }

    @Override
    public Optional<LocalDate> lastBoardMeeting(LocalDate before) {
        return db.sql(MEETINGS + """
                         WHERE b.kind = 'BOARD' AND m.state = 'HELD' AND m.begins < :before
                         ORDER BY m.begins DESC LIMIT 1
                        """)
                .param("before", before.atStartOfDay())
                .query((row, n) -> meeting(row).day())
                .optional();
    }

    @Override
    public void add(UUID meeting, MeetingPaperInput paper) {
        MeetingId id = new MeetingId(meeting);
        String title = title(paper.title());
        UUID item = findOrAddItem(id, AgendaItemFacts.of(title));
        try (PreparedDocument file = documents.prepare(Upload.of(title + ".pdf", paper.pdf()))) {
            meetings.point(item).point().papers().stream()
                    .filter(earlier -> earlier.name().equals(file.name()))
                    .map(Document::id)
                    .forEach(earlier -> agendas.detach(id, earlier));
            agendas.attach(item, file);
        }
        paper.decisions()
                .forEach(decision -> findOrAddItem(id, new AgendaItemFacts(title(decision), "", asked(decision))));
    }

    /** The item with this title, added if missing, so that putting a report twice adds no second item. */
    private UUID findOrAddItem(MeetingId meeting, AgendaItemFacts facts) {
        return meetings.findAgenda(meeting).points().stream()
                .filter(point -> point.title().equals(facts.title()))
                .findFirst()
                .map(Agenda.AgendaItemDetails::id)
                .orElseGet(() -> agendas.add(meeting, facts));
    }

    private static String title(String words) {
        return TextShortener.shorten(words, AgendaItemFacts.LONGEST_TITLE);
    }

    private static String asked(String decision) {
        return TextShortener.shorten(decision, AgendaItemFacts.LONGEST_ASKED);
    }

    private static PaperDestination.DestinationMeeting meeting(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new PaperDestination.DestinationMeeting(
                id,
                row.getString("name"),
                row.getObject("begins", LocalDateTime.class).toLocalDate(),
                HOME + id,
                row.getString("kind").equals(BodyKind.BOARD.name()));
    }
}
