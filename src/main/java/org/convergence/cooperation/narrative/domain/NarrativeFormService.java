package org.convergence.cooperation.narrative.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.NarrativeState;
import org.convergence.cooperation.narrative.domain.FiledNarrative.FiledSection;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.formfilling.FillableForm;
import org.convergence.platform.text.Sha256;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The funders' own files for the narrative reports of a project: kept once with their places, filled by each report. */
@Service
@Transactional
@Requires(NarrativePermissions.EDIT)
public class NarrativeFormService {

    static final String TABLE = "cooperation.narrative_funder_form";

    private static final String KIND = "cooperation.narrative.form";
    private static final int MOST = 10;

    private final JdbcClient db;
    private final DocumentStorage storage;
    private final DocumentService documents;
    private final NarrativeQueries queries;
    private final NarrativeReportService reports;

    NarrativeFormService(
            JdbcClient db,
            DocumentStorage storage,
            DocumentService documents,
            NarrativeQueries queries,
            NarrativeReportService reports) {
        this.db = db;
        this.storage = storage;
        this.documents = documents;
        this.queries = queries;
        this.reports = reports;
    }

    /** A funder's file, with the place of each section by a hash of its heading. */
    public record NarrativeFunderForm(
            NarrativeFormId id,
            int version,
            ProjectId project,
            String name,
            DocumentId document,
            Map<String, String> places) {

        /** The place of a section; empty if none is chosen. */
        public String placeOf(String heading) {
            return places.getOrDefault(key(heading), "");
        }
    }

    /** A form filled with a report. */
    public record FilledForm(String name, String mediaType, ByteArrayResource content) {}

    /** The same heading next year has the same key, and no word of it is kept. */
    private static String key(String heading) {
        return Sha256.hexOf(TextNormalizer.fold(heading));
    }

    /**
     * Keeps a file for the project of a report, with the places that are named as sections of the report.
     *
     * @throws Refused if it cannot be filled, or there are too many
     */
    @Transactional(label = "narrative.form.add")
    public NarrativeFormId create(NarrativeReportId report, PreparedDocument file) {
        NarrativeRow row = queries.findById(report);
        if (findByProject(row.project()).size() == MOST) {
            throw new Refused("narrative.form.refused.many", MOST);
        }
        UUID id = Ids.next();
        DocumentId document = storage.store(file, new DocumentOwner(KIND, id));
        FillableForm form = open(document);
        Map<String, String> places = new LinkedHashMap<>();
        for (NarrativeSection section : queries.findSections(report)) {
            String heading = section.content().heading();
            form.guess(List.of(heading, heading.replaceFirst("^[\\d.)\\s]+", "")), List.of())
                    .filter(place -> !places.containsValue(place))
                    .ifPresent(place -> places.put(key(heading), place));
        }
        db.sql("""
                        INSERT INTO cooperation.narrative_funder_form (id, project, name, document, places)
                        VALUES (?, ?, ?, ?, CAST(? AS jsonb))
                        """)
                .params(
                        id,
                        row.project().value(),
                        file.name(),
                        document.value(),
                        Json.of(places).toString())
                .update();
        return new NarrativeFormId(id);
    }

    /**
     * Sets the places of sections; those of other reports' sections stay.
     *
     * @param places by heading; an empty one is taken away
     * @throws Refused if the form lacks a place, or two sections have the same
     */
    @Transactional(label = "narrative.form.place")
    public void place(NarrativeFormId id, int version, Map<String, String> places) {
        NarrativeFunderForm form = findById(id);
        Map<String, String> chosen = new LinkedHashMap<>(places);
        chosen.values().removeIf(String::isEmpty);
        List<String> resolved = open(form.document()).resolve(chosen.values());
        resolved.stream()
                .filter(each -> resolved.indexOf(each) != resolved.lastIndexOf(each))
                .findFirst()
                .ifPresent(twice -> {
                    throw new Refused("narrative.form.refused.twice", twice);
                });
        Map<String, String> all = new HashMap<>(form.places());
        places.keySet().forEach(heading -> all.remove(key(heading)));
        int at = 0;
        for (String heading : chosen.keySet()) {
            all.put(key(heading), resolved.get(at++));
        }
        int rows =
                db.sql("""
                        UPDATE cooperation.narrative_funder_form SET places = CAST(? AS jsonb), version = version + 1
                        WHERE id = ? AND version = ?
                        """).params(Json.of(all).toString(), id.value(), version).update();
        requireUpdated(rows, id, version);
    }

    @Transactional(label = "narrative.form.remove")
    public void delete(NarrativeFormId id, int version) {
        NarrativeFunderForm form = findById(id);
        int rows = db.sql("DELETE FROM cooperation.narrative_funder_form WHERE id = ? AND version = ?")
                .params(id.value(), version)
                .update();
        requireUpdated(rows, id, version);
        storage.discard(form.document(), new DocumentOwner(KIND, id.value()));
    }

    private static void requireUpdated(int rows, NarrativeFormId id, int version) {
        if (rows == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    /** The forms of a project, by name. */
    @Requires(NarrativePermissions.READ)
    @Transactional(readOnly = true)
    public List<NarrativeFunderForm> findByProject(ProjectId project) {
        return find("project", project.value());
    }

    /** @throws NotFound if there is no such form */
    @Requires(NarrativePermissions.READ)
    @Transactional(readOnly = true)
    public NarrativeFunderForm findById(NarrativeFormId id) {
        return find("id", id.value()).stream().findFirst().orElseThrow(() -> new NotFound("form"));
    }

    private List<NarrativeFunderForm> find(String column, UUID value) {
        return db.sql("""
                        SELECT id, version, project, name, document, places FROM cooperation.narrative_funder_form
                        WHERE %s = ? ORDER BY name, id LIMIT ?
                        """.formatted(column))
                .params(value, MOST)
                .query(RecordMapper.of(NarrativeFunderForm.class))
                .list();
    }

    /** The names of the places that a form offers. */
    @Requires(NarrativePermissions.READ)
    public List<String> findPlaces(NarrativeFunderForm form) {
        return open(form.document()).places();
    }

    /** A form filled with the sections of a report of its project: its texts, and the passages with their partner's yes. */
    @Requires(NarrativePermissions.READ)
    public FilledForm fill(NarrativeReportId report, NarrativeFormId id, Words t) {
        NarrativeFunderForm form = findById(id);
        NarrativeRow row = queries.findById(report);
        if (!form.project().equals(row.project())) {
            throw new NotFound("form");
        }
        Map<String, Object> values = new HashMap<>();
        for (FiledSection section : reports.assemble(row).sections()) {
            String place = form.placeOf(section.heading());
            if (!place.isEmpty() && !section.text().isEmpty()) {
                values.put(place, section.text());
            }
        }
        Document document = documents.findById(form.document());
        String title = row.state() == NarrativeState.FILED ? row.title() : t.say("narrative.file.draft", row.title());
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try {
            open(form.document()).fill(values, t, filled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilledForm(
                Slug.of(title) + form.name().replaceAll(".*(?=\\.[A-Za-z]+$)", ""),
                document.type().mediaType(),
                new ByteArrayResource(filled.toByteArray()));
    }

    private FillableForm open(DocumentId id) {
        return FillableForm.read(
                documents.findById(id).type(), documents.content(id).bytes());
    }

    /** Lets readers of reports open the forms of funders. */
    @Bean
    static DocumentGuard narrativeFormGuard() {
        return DocumentGuard.of(KIND, NarrativePermissions.READ);
    }

    /** A form of a funder for the narrative reports of a project. */
    public record NarrativeFormId(UUID value) implements Identifier {}
}
