package org.convergence.education.internship.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.InternshipCall.InternshipStay;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The host of a cohort: it sees on the page that it opens by its link how many come, when, our contact, and the names of
 * the interns who agree; from the first day of the stay it says how it goes (R-EDU-10).
 */
@Service
@Transactional
@Requires(InternshipPermissions.READ)
public class InternshipHostService {

    /** For how many days after the stay its host sees the cohort, and answers. */
    static final int DAYS_AFTER = 180;

    /** The columns of the answers, by question. */
    private static final Map<String, String> ANSWERS =
            Map.of("went", "host_went", "brought", "host_brought", "next", "host_next");

    private final InternshipCallRepository calls;
    private final InternshipFileRepository files;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    InternshipHostService(
            InternshipCallRepository calls,
            InternshipFileRepository files,
            OrganisationSettings settings,
            JdbcClient db) {
        this.calls = calls;
        this.files = files;
        this.settings = settings;
        this.db = db;
    }

    /**
     * A cohort as its host sees it.
     *
     * @param interns how many come
     * @param names of those who agree
     */
    public record HostedCohort(InternshipCall call, InternshipStay stay, int interns, List<String> names) {}

    /** The cohorts that an organisation receives, or received lately; none before the interns are told. */
    @Transactional(readOnly = true)
    public List<HostedCohort> findByHost(OrganisationId host) {
        return db
                .sql(
                        "SELECT * FROM education.internship_call WHERE host = ? AND state = 'DECIDED' ORDER BY starts_on, id")
                .param(host.value())
                .query(RecordMapper.of(InternshipCall.class))
                .list()
                .stream()
                .map(this::read)
                .filter(each -> each.interns() > 0
                        && !each.stay().endsOn().plusDays(DAYS_AFTER).isBefore(settings.today()))
                .toList();
    }

    private HostedCohort read(InternshipCall call) {
        List<InternshipFile> interns = files.findSent(call.id()).stream()
                .filter(each -> each.state() == InternshipFileState.CHOSEN && each.toldOn() != null)
                .toList();
        return new HostedCohort(
                call,
                calls.findStay(call),
                interns.size(),
                interns.stream()
                        .filter(each -> each.hostNamedOn() != null)
                        .map(InternshipFile::name)
                        .toList());
    }

    /** An intern as the sending union sees it. */
    public record SentIntern(InternshipFile file, InternshipCall call, InternshipStay stay) {}

    /** The interns that a union sends, until the last day for their return activities. */
    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ_NAMES)
    public List<SentIntern> findBySendingUnion(OrganisationId union) {
        return files.findInterns(union).stream()
                .map(file -> {
                    InternshipCall call = calls.findById(file.call());
                    return new SentIntern(file, call, calls.findStay(call));
                })
                .filter(each -> !each.call().returnBy().isBefore(settings.today()))
                .toList();
    }

    /** The cohorts about which a host is asked: those whose stay has begun. */
    @Transactional(readOnly = true)
    public List<HostedCohort> findAsked(OrganisationId host) {
        return findByHost(host).stream()
                .filter(each -> !settings.today().isBefore(each.stay().startsOn()))
                .toList();
    }

    /**
     * Names the host of a cohort, and the contact of interns there. Another host begins without the answers and the
     * contact of the former one, and no intern has agreed to be named to it.
     *
     * @param version the version on which the form was opened
     * @param host {@code null} for none
     */
    @Requires(InternshipPermissions.EDIT)
    @Transactional(label = "internship.host")
    public void setHost(InternshipCallId id, int version, @Nullable OrganisationId host, @Nullable String contact) {
        InternshipCall call = calls.lock(id);
        OptimisticLock.requireSameVersion(InternshipCallRepository.TABLE, id.value(), version, call.version());
        boolean isAnother = call.host() != null && !call.host().equals(host);
        db.sql("""
                        UPDATE education.internship_call SET version = version + 1, host = CAST(:host AS uuid),
                            host_contact = :contact,
                            host_went = CASE WHEN NOT :another THEN host_went END,
                            host_brought = CASE WHEN NOT :another THEN host_brought END,
                            host_next = CASE WHEN NOT :another THEN host_next END WHERE id = :id
                        """)
                .param("host", Identifier.uuidOf(host))
                .param("contact", isAnother && Objects.equals(contact, call.hostContact()) ? null : contact)
                .param("another", isAnother)
                .param("id", id.value())
                .update();
        if (isAnother) {
            files.clearHostNaming(id);
        }
    }

    /**
     * Writes an answer of the host, as the team accepts it.
     *
     * @param question {@code went}, {@code brought} or {@code next}
     * @throws NotFound if the organisation does not receive the cohort
     */
    @Requires(InternshipPermissions.EDIT)
    @Transactional(label = "internship.host-answer")
    public void saveAnswer(OrganisationId host, UUID call, String question, String answer) {
        String column = Optional.ofNullable(ANSWERS.get(question)).orElseThrow(() -> new NotFound("question"));
        int changed = db.sql("UPDATE education.internship_call SET version = version + 1, " + column
                        + " = nullif(:answer, '') WHERE id = :call AND host = :host")
                .param("answer", answer)
                .param("call", call)
                .param("host", host.value())
                .update();
        if (changed == 0) {
            throw new NotFound("internship");
        }
    }
}
