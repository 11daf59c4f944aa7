package org.convergence.resources.grant.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.secondlook.SecondLookSubject;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantApplicationId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantApplication.ApplicationApproval;
import org.convergence.resources.grant.domain.GrantApplication.ApprovalMeans;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The answers and the budget of an application, which a person without an account reads by a link. A good answer approves
 * the application (R-GRANT-22), so only those who decide ask for one.
 */
@Component
record GrantSecondLook(
        GrantApplicationRepository repository,
        GrantApplicationService service,
        GrantApplicationQueries queries,
        OrganisationSettings settings,
        RecipientWords words)
        implements SecondLookSubject {

    static final String KIND = "resources.grant";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<TextsToRead> find(UUID record) {
        GrantApplication application = repository.findById(record).orElseThrow(() -> new NotFound("grant-application"));
        boolean isReady = application.state() == GrantApplicationState.DRAFT
                && CurrentActor.get().may(GrantPermissions.DECIDE);
        List<TextToRead> texts = isReady ? texts(application.typedId()) : List.of();
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TextsToRead(application.title(), "/resources/grant/applications/" + record, texts, null));
    }

    private List<TextToRead> texts(GrantApplicationId id) {
        String language = settings.current().languages().get(0);
        List<TextToRead> texts = new ArrayList<>(queries.findAnswers(id).stream()
                .map(each -> new TextToRead(language, each.question(), each.body()))
                .toList());
        Words t = words.forOrganisation();
        String budget = queries.findBudget(id).stream()
                .map(line -> t.say(
                        "grant.application.budget-line",
                        line.label(),
                        t.cents(line.requested()),
                        t.cents(line.other())))
                .collect(Collectors.joining("\n"));
        if (!budget.isEmpty()) {
            texts.add(new TextToRead(language, t.say("grant.application.budget-read"), budget));
        }
        return texts;
    }

    @Override
    public void lock(UUID record) {
        if (repository.findHeldById(record).isEmpty()) {
            throw new NotFound("grant-application");
        }
    }

    @Override
    public void approve(UUID record, @Nullable PersonId reader, String name, LocalDate on) {
        GrantApplication application =
                repository.findHeldById(record).orElseThrow(() -> new NotFound("grant-application"));
        service.approve(
                application.typedId(),
                application.version(),
                new ApplicationApproval(ApprovalMeans.SECOND_LOOK, on, reader, reader == null ? name : null));
    }

    @Override
    public boolean isReadable() {
        return CurrentActor.get().may(GrantPermissions.READ);
    }

    @Override
    public boolean isWriter(UUID record, PersonId person) {
        return service.isWriter(new GrantApplicationId(record), person);
    }
}
