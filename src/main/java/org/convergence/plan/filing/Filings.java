package org.convergence.plan.filing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.convergence.directory.people.FreeTextMentions;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.redaction.RedactableFiles;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The filings of one type, a bean of the module that files them: {@code Filings<ReportId>}. A filing has the id of what
 * is filed; it is only ever added (R-REPORT-3). The name of a forgotten or sealed person is removed: facts and files are
 * rewritten, figures never change, and the original hash of each file is kept (R-REPORT-4).
 */
@Transactional
public class Filings<I extends Identifier> implements FreeTextMentions, RedactableFiles {

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final Clock clock;
    private final String type;
    private final String place;
    private final Function<Json, Map<FiledFileKind, byte[]>> renderer;

    /**
     * For one type.
     *
     * @param type its stable name, stored
     * @param place the table name in mentions found in its facts, stored as a mark
     * @param renderer makes the files from the facts, at the filing and when a name is removed
     */
    public Filings(
            JdbcClient db,
            OrganisationSettings settings,
            Clock clock,
            String type,
            String place,
            Function<Json, Map<FiledFileKind, byte[]>> renderer) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
        this.type = type;
        this.place = place;
        this.renderer = renderer;
    }

    /** The facts as filed, and when. */
    public record FiledFacts(Instant at, LocalDate on, Json facts) {}

    /**
     * A file that was rewritten without a name.
     *
     * @param standIn the replacement of the name
     * @param wasSha256 of the original file
     */
    public record RenamedFile(FiledFileKind kind, String standIn, Instant at, String wasSha256) {}

    /**
     * Files facts, and the files made from them, in the caller's transaction.
     *
     * @param schema the version of the facts' schema
     * @throws org.springframework.dao.DataAccessException if it is filed already
     */
    public void file(I id, int schema, Json facts) {
        // The files come first: the database accepts none once there is the filing.
        add(id, FiledFileKind.FACTS, facts.toString().getBytes(StandardCharsets.UTF_8));
        renderer.apply(facts).forEach((kind, bytes) -> add(id, kind, bytes));
        db.sql("INSERT INTO plan.filing (id, type, filed_at, filed_on, filed_by, schema) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        type,
                        SqlTime.now(clock),
                        settings.today(),
                        CurrentActor.get().id(),
                        schema)
                .update();
    }

    private void add(I id, FiledFileKind kind, byte[] bytes) {
        db.sql("SELECT plan.filing_add_file(:id, :kind, :bytes)")
                .param("id", id.value())
                .param("kind", kind.name())
                .param("bytes", bytes)
                .query((row, n) -> true)
                .list();
    }

    public boolean isFiled(I id) {
        return db.sql("SELECT EXISTS (SELECT FROM plan.filing WHERE id = ? AND type = ?)")
                .params(id.value(), type)
                .query(Boolean.class)
                .single();
    }

    /** The filing; empty if there is none. */
    public Optional<FiledFacts> find(I id) {
        return db.sql("SELECT filed_at, filed_on FROM plan.filing WHERE id = ? AND type = ?")
                .params(id.value(), type)
                .query((row, n) -> new FiledFacts(
                        row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("filed_on", LocalDate.class),
                        Json.parse(findText(id.value()).orElseThrow())))
                .optional();
    }

    /**
     * A file, as filed; empty if there is none.
     *
     * @throws IllegalStateException if it does not match its hash
     */
    public Optional<FiledFile> findFile(I id, FiledFileKind kind) {
        return findFile(id.value(), kind);
    }

    private Optional<FiledFile> findFile(UUID id, FiledFileKind kind) {
        return db.sql("""
            SELECT encode(f.sha256, 'hex') AS sha256, chunks.content, f.sha256 = sha256(chunks.content) AS intact
            FROM plan.filing d JOIN plan.filing_file f ON f.filing = d.id
            CROSS JOIN LATERAL (
                SELECT string_agg(c.content, '' ORDER BY c.position) AS content
                FROM plan.filing_file_chunk c WHERE c.filing = f.filing AND c.kind = f.kind) AS chunks
            WHERE d.id = ? AND d.type = ? AND f.kind = ?
            """)
                .params(id, type, kind.name())
                .query((row, n) -> {
                    if (!row.getBoolean("intact")) {
                        throw new IllegalStateException("A filed file differs from its hash");
                    }
                    return new FiledFile(kind, row.getString("sha256"), row.getBytes("content"));
                })
                .optional();
    }

    /** Its files rewritten without a name, in order of time. */
    public List<RenamedFile> findRenamed(I id) {
        return db.sql("""
            SELECT kind, stand_in, renamed_at AS at, encode(was_sha256, 'hex') AS was_sha256 FROM plan.filing_renaming
            WHERE filing = ? ORDER BY renamed_at, kind
            """)
                .param(id.value())
                .query(RecordMapper.of(RenamedFile.class))
                .list();
    }

    @Override
    public void rename(PersonId person, String standIn) {
        List<String> names = db.sql("SELECT directory.people_names(?, false)")
                .param(person.value())
                .query(String.class)
                .list();
        if (!names.isEmpty()) {
            UnaryOperator<String> replaced = text -> db.sql("SELECT platform.instead(:text, :names, :stand)")
                    .param("text", text)
                    .param("names", names.toArray(String[]::new))
                    .param("stand", standIn)
                    .query(String.class)
                    .single();
            findIds().forEach(id -> replaceIn(id, replaced, standIn));
        }
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public List<UUID> findIds() {
        return db.sql("SELECT id FROM plan.filing WHERE type = ? ORDER BY id")
                .param(type)
                .query(UUID.class)
                .list();
    }

    /** The facts of a filing. */
    @Override
    public Optional<String> findText(UUID id) {
        return findFile(id, FiledFileKind.FACTS).map(facts -> new String(facts.bytes(), StandardCharsets.UTF_8));
    }

    /** Replaces text in the facts, and every file by one made from the new facts; the original hashes are kept. */
    @Override
    public boolean replaceIn(UUID id, UnaryOperator<String> replaced, String standIn) {
        String text = findText(id).orElse("");
        String renamed = replaced.apply(text);
        if (renamed.equals(text)) {
            return false;
        }
        rename(id, FiledFileKind.FACTS, renamed.getBytes(StandardCharsets.UTF_8), standIn);
        renderer.apply(Json.parse(renamed)).forEach((kind, bytes) -> rename(id, kind, bytes, standIn));
        return true;
    }

    private void rename(UUID id, FiledFileKind kind, byte[] bytes, String standIn) {
        db.sql("SELECT plan.filing_rename(:id, :filing, :kind, :bytes, :stand, :now)")
                .param("id", Ids.next())
                .param("filing", id)
                .param("kind", kind.name())
                .param("bytes", bytes)
                .param("stand", standIn)
                .param("now", SqlTime.now(clock))
                .query((row, n) -> true)
                .list();
    }
}
