package org.convergence.advocacy.treaty.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.advocacy.treaty.TreatyPermissions;
import org.convergence.advocacy.treaty.domain.PetitionPolicy.Parliament;
import org.convergence.advocacy.treaty.domain.TreatyService.InstrumentKind;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyFactKind;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows official petitions: their days, and counts as published. Nobody signs here, and no signatory is stored. */
@Service
@Transactional
@Requires(TreatyPermissions.FOLLOW)
public class PetitionService {

    static final String TABLE = "advocacy.treaty_petition";

    private final JdbcClient db;
    private final OrganisationSettings settings;

    PetitionService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /**
     * What a parliament publishes about a petition; its number is the code of the instrument.
     *
     * @param sponsor the member of parliament who presents it; may be empty
     * @param answerDueOn as published; {@code null} if it is not
     * @param answer what the answer says, and where it can be read; may be empty
     */
    public record PetitionFacts(
            Parliament parliament,
            String sponsor,
            LocalDate opensOn,
            @Nullable LocalDate closesOn,
            @Nullable LocalDate tabledOn,
            @Nullable LocalDate answerDueOn,
            @Nullable LocalDate answeredOn,
            String answer) {}

    /** What is stored about a petition. */
    public record Petition(
            int version,
            Parliament parliament,
            String sponsor,
            LocalDate opensOn,
            @Nullable LocalDate closesOn,
            @Nullable LocalDate tabledOn,
            @Nullable LocalDate answerDueOn,
            @Nullable LocalDate answeredOn,
            String answer) {

        /** The day on which an answer is due; {@code null} if it is not known. */
        public @Nullable LocalDate answerDue() {
            return PetitionPolicy.answerDue(parliament, tabledOn, answerDueOn);
        }

        /** Whether it can be signed on a day, at its parliament. */
        public boolean isOpen(LocalDate day) {
            return !day.isBefore(opensOn) && (closesOn == null || !day.isAfter(closesOn));
        }
    }

    /** What is known about a petition. */
    @Transactional(readOnly = true)
    @Requires(TreatyPermissions.READ)
    public Optional<Petition> find(TreatyId id) {
        return db.sql("SELECT * FROM advocacy.treaty_petition WHERE treaty = ?")
                .param(id.value())
                .query(RecordMapper.of(Petition.class))
                .optional();
    }

    /**
     * @param version 0 for the first time
     * @throws Refused if it is not a petition, or its days are not in order
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "treaty.save-petition")
    public void save(TreatyId id, int version, PetitionFacts facts) {
        requirePetition(id);
        Optional<String> problem = PetitionPolicy.problem(facts, settings.today());
        if (problem.isPresent()) {
            throw new Refused(problem.get());
        }
        int written = db.sql(version == 0 ? """
                                INSERT INTO advocacy.treaty_petition (id, treaty, parliament, sponsor, opens_on, closes_on, tabled_on,
                                                                      answer_due_on, answered_on, answer)
                                VALUES (:row, :treaty, :parliament, :sponsor, :opens_on, :closes_on, :tabled_on, :answer_due_on,
                                        :answered_on, :answer)
                                ON CONFLICT DO NOTHING
                                """ : """
                                UPDATE advocacy.treaty_petition SET parliament = :parliament, sponsor = :sponsor,
                                       opens_on = :opens_on, closes_on = :closes_on, tabled_on = :tabled_on,
                                       answer_due_on = :answer_due_on, answered_on = :answered_on, answer = :answer,
                                       version = version + 1
                                WHERE treaty = :treaty AND version = :version
                                """)
                .params(VersionedRow.values(facts))
                .param("row", Ids.next())
                .param("treaty", id.value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    /**
     * Notes how many signed, as the parliament published it.
     *
     * @throws Refused if it is not a petition, or the day is to come
     */
    @Transactional(label = "treaty.count-petition")
    public void addCount(TreatyId id, LocalDate day, int count, String source) {
        requirePetition(id);
        LocalDate today = settings.today();
        if (day.isAfter(today)) {
            throw new Refused("treaty.refused.petition-ahead");
        }
        db.sql("""
                        INSERT INTO advocacy.treaty_fact (id, treaty, kind, happened_on, count, source, checked_on, recorded_on)
                        VALUES (:id, :treaty, :kind, :day, :count, :source, :today, :today)
                        """)
                .param("id", Ids.next())
                .param("treaty", id.value())
                .param("kind", TreatyFactKind.COUNT.name())
                .param("day", day)
                .param("count", count)
                .param("source", source)
                .param("today", today)
                .update();
    }

    private void requirePetition(TreatyId id) {
        String kind = db.sql("SELECT kind FROM advocacy.treaty WHERE id = ? FOR SHARE")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("treaty"));
        if (!kind.equals(InstrumentKind.PETITION.name())) {
            throw new Refused("treaty.refused.no-petition");
        }
    }
}
