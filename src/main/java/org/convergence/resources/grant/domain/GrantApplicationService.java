package org.convergence.resources.grant.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.WorkRecorder;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.grant.AgreementAwarded;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantApplicationId;
import org.convergence.resources.grant.GrantCallId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantApplication.ApplicationApproval;
import org.convergence.resources.grant.domain.GrantApplication.ApplicationOutcome;
import org.convergence.resources.grant.domain.GrantApplication.ApplicationSubmission;
import org.convergence.resources.grant.domain.GrantApplication.ApprovalMeans;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an application from its first question to the funder's answer. */
@Service
@Transactional
@Requires(GrantPermissions.EDIT)
public class GrantApplicationService {

    private final GrantApplicationRepository repository;
    private final GrantApplicationQueries queries;
    private final GrantCallService calls;
    private final AgreementService agreements;
    private final DocumentStorage documents;
    private final WorkRecorder work;
    private final OrganisationSettings settings;
    private final ApplicationEventPublisher events;
    private final JdbcClient db;

    GrantApplicationService(
            GrantApplicationRepository repository,
            GrantApplicationQueries queries,
            GrantCallService calls,
            AgreementService agreements,
            DocumentStorage documents,
            WorkRecorder work,
            OrganisationSettings settings,
            ApplicationEventPublisher events,
            JdbcClient db) {
        this.repository = repository;
        this.queries = queries;
        this.calls = calls;
        this.agreements = agreements;
        this.documents = documents;
        this.work = work;
        this.settings = settings;
        this.events = events;
        this.db = db;
    }

    /** @throws NotFound if there is no such application */
    @Transactional(readOnly = true)
    @Requires(GrantPermissions.READ)
    public GrantApplication findById(GrantApplicationId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("grant-application"));
    }

    /** Begins an application in answer to a call, under the title of the call. */
    @Transactional(label = "grant.begin-application")
    public GrantApplicationId begin(GrantCallId call) {
        return begin(call, calls.findById(call).facts().title());
    }

    /**
     * Begins an application in answer to a call.
     *
     * @param title 1 to 300 characters
     * @throws NotFound if there is no such call
     */
    @Transactional(label = "grant.begin-application")
    public GrantApplicationId begin(GrantCallId call, String title) {
        calls.findById(call);
        return repository.save(GrantApplication.create(call, title)).typedId();
    }

    /** Replaces the budget. */
    @Transactional(label = "grant.set-budget")
    public void setBudget(GrantApplicationId id, int version, List<RequestedLine> lines) {
        GrantApplication application = hold(id, version, GrantApplicationState.DRAFT);
        db.sql("DELETE FROM resources.grant_application_line WHERE application = ?")
                .param(id.value())
                .update();
        for (int i = 0; i < lines.size(); i++) {
            RequestedLine line = lines.get(i);
            db.sql("""
                            INSERT INTO resources.grant_application_line (application, position, label, requested, other)
                            VALUES (?, ?, ?, ?, ?)
                            """)
                    .params(id.value(), i, line.label(), line.requested(), line.other())
                    .update();
        }
        save(application);
    }

    /** Asks for the approval of an application: it waits on the home page of those who decide. */
    @Transactional(label = "grant.ask-approval")
    public void askApproval(GrantApplicationId id, int version) {
        save(hold(id, version, GrantApplicationState.DRAFT).withAskedOn(settings.today()));
    }

    /**
     * Approves an application inside; its answers no longer change until it is taken up again.
     *
     * @throws Refused if the second look is by a person who wrote an answer, or a resolution has no number
     */
    @Transactional(label = "grant.approve")
    @Requires(GrantPermissions.DECIDE)
    public void approve(GrantApplicationId id, int version, ApplicationApproval approval) {
        GrantApplication application = hold(id, version, GrantApplicationState.DRAFT);
        requirePast(approval.givenOn());
        if (approval.means() == ApprovalMeans.RESOLUTION && approval.reference() == null) {
            throw new Refused("grant.refused.resolution");
        }
        if (approval.means() == ApprovalMeans.SECOND_LOOK && isWriter(id, approval.givenBy())) {
            throw new Refused("grant.refused.own-look");
        }
        save(application.withApproval(approval).withState(GrantApplicationState.APPROVED));
    }

    /** Takes an approved or abandoned application up again; its approval is gone. */
    @Transactional(label = "grant.take-up")
    public void takeUp(GrantApplicationId id, int version) {
        GrantApplication application =
                hold(id, version, GrantApplicationState.APPROVED, GrantApplicationState.ABANDONED);
        save(application.withApproval(null).withState(GrantApplicationState.DRAFT));
    }

    /** Abandons an application that was not sent. */
    @Transactional(label = "grant.abandon")
    public void abandon(GrantApplicationId id, int version) {
        save(hold(id, version, GrantApplicationState.DRAFT, GrantApplicationState.APPROVED)
                .withState(GrantApplicationState.ABANDONED));
    }

    /**
     * Records that an approved application was sent: the day and the person are known.
     *
     * @param file what was sent; {@code null} if there is no copy
     * @throws Refused if the day comes before the approval
     */
    @Transactional(label = "grant.send")
    public void recordSent(
            GrantApplicationId id,
            int version,
            LocalDate sentOn,
            PersonId sentBy,
            @Nullable String confirmation,
            @Nullable PreparedDocument file) {
        GrantApplication application = hold(id, version, GrantApplicationState.APPROVED);
        requirePast(sentOn);
        application.requireApprovedBefore(sentOn);
        DocumentId document =
                file == null ? null : documents.store(file, new DocumentOwner(GrantDocumentGuard.KIND, id.value()));
        save(application
                .withSubmission(new ApplicationSubmission(
                        sentOn, sentBy, confirmation, document == null ? null : document.value()))
                .withState(GrantApplicationState.SENT));
        work.record(source(id), RealisationKind.REPORT, sentOn, "grant.realisation", application.title());
    }

    /**
     * Records that the funder accepts, and opens the agreement: funder and currency of the call, amount and period of the
     * award, its lines. Where they are not known and the award is another sum than was asked, it is one line.
     */
    @Transactional(label = "grant.accept")
    public AgreementId accept(GrantApplicationId id, int version, GrantAward award) {
        GrantApplication application = holdSent(id, version, award.answeredOn());
        if (award.endsOn().isBefore(award.startsOn())) {
            throw new Refused("grant.refused.period");
        }
        save(application
                .withOutcome(new ApplicationOutcome(
                        award.answeredOn(), award.feedback(), award.amount(), award.startsOn(), award.endsOn()))
                .withState(GrantApplicationState.ACCEPTED));
        GrantCallFacts call = calls.findById(application.call()).facts();
        AgreementId agreement = agreements.record(
                new AgreementFacts(
                        "",
                        application.title(),
                        call.funder(),
                        null,
                        call.currency(),
                        award.startsOn(),
                        award.endsOn(),
                        award.scope(),
                        "",
                        null,
                        null,
                        null),
                RequestedLine.granted(award, queries.findBudget(id), application.title()));
        db.sql("UPDATE resources.grant_application SET agreement = ? WHERE id = ?")
                .params(agreement.value(), id.value())
                .update();
        events.publishEvent(new AgreementAwarded(agreement, call.matchPercent()));
        return agreement;
    }

    /** Records that the funder refuses. */
    @Transactional(label = "grant.refuse")
    public void recordRefusal(GrantApplicationId id, int version, LocalDate answeredOn, @Nullable String feedback) {
        save(holdSent(id, version, answeredOn)
                .withOutcome(new ApplicationOutcome(answeredOn, feedback, null, null, null))
                .withState(GrantApplicationState.REFUSED));
    }

    /**
     * Takes {@link #recordSent}, {@link #recordRefusal} or {@link #accept} back: the application is approved, or awaits its
     * answer again. The agreement of an acceptance is deleted.
     *
     * @throws Refused if something was noted on that agreement
     */
    @Transactional(label = "grant.undo")
    public void undo(GrantApplicationId id, int version) {
        GrantApplication application = hold(
                id, version, GrantApplicationState.SENT, GrantApplicationState.REFUSED, GrantApplicationState.ACCEPTED);
        if (application.state() == GrantApplicationState.ACCEPTED) {
            agreements.deleteOpenedBy(id);
        }
        if (application.state() != GrantApplicationState.SENT) {
            save(application.withOutcome(null).withState(GrantApplicationState.SENT));
            return;
        }
        save(application.withSubmission(null).withState(GrantApplicationState.APPROVED));
        work.withdraw(source(id));
    }

    private static RealisationSource source(GrantApplicationId id) {
        return new RealisationSource(
                "resources.grant", "application", id.value().toString(), "/resources/grant/applications/" + id.value());
    }

    private GrantApplication holdSent(GrantApplicationId id, int version, LocalDate answeredOn) {
        GrantApplication application = hold(id, version, GrantApplicationState.SENT);
        requirePast(answeredOn);
        ApplicationSubmission submission = application.submission();
        if (submission != null && answeredOn.isBefore(submission.sentOn())) {
            throw new Refused("grant.refused.answer-before");
        }
        return application;
    }

    private GrantApplication hold(GrantApplicationId id, int version, GrantApplicationState... allowed) {
        GrantApplication application =
                repository.findHeldById(id.value()).orElseThrow(() -> new NotFound("grant-application"));
        OptimisticLock.requireSameVersion(GrantApplication.TABLE, application.id(), version, application.version());
        if (!List.of(allowed).contains(application.state())) {
            throw new Refused("grant.refused.state." + application.state());
        }
        return application;
    }

    boolean isWriter(GrantApplicationId id, @Nullable PersonId person) {
        return db.sql("SELECT EXISTS (SELECT FROM resources.grant_answer WHERE application = :id AND writer = :person)")
                .param("id", id.value())
                .param("person", person == null ? null : person.value())
                .query(Boolean.class)
                .single();
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(settings.today())) {
            throw new Refused("grant.refused.future");
        }
    }

    private void save(GrantApplication it) {
        OptimisticLock.save(repository, it, GrantApplication.TABLE, it.id(), it.version());
    }
}
