package org.convergence.example;

import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates the example organisation in an empty database, in one transaction. */
@Component
class ExampleOrganisation {

    private final OrganisationSettings settings;
    private final ExampleAccounts cast;
    private final DirectoryChapter directoryChapter;
    private final ExampleYears exampleYears;
    private final OfficeChapter office;
    private final AdvocacyChapter advocacy;
    private final AssemblyChapter assemblies;
    private final TransactionTemplate transactions;

    ExampleOrganisation(
            OrganisationSettings settings,
            ExampleAccounts cast,
            DirectoryChapter directoryChapter,
            ExampleYears exampleYears,
            OfficeChapter office,
            AdvocacyChapter advocacy,
            AssemblyChapter assemblies,
            PlatformTransactionManager transactionManager) {
        this.settings = settings;
        this.cast = cast;
        this.directoryChapter = directoryChapter;
        this.exampleYears = exampleYears;
        this.office = office;
        this.advocacy = advocacy;
        this.assemblies = assemblies;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    void enter() {
        transactions.executeWithoutResult(status -> {
            ExampleCalendar calendar = ExampleCalendar.of(settings.today());
            ExampleActors invited = new ExampleActors(cast.foundOrganisation(calendar));
            ExampleDirectory directory = directoryChapter.enter(invited.coordinator(), calendar);
            ExampleActors hands = cast.linkPersons(invited, directory);
            exampleYears.previous(hands, directory, calendar);
            ExampleYear year = exampleYears.current(hands, directory, calendar);
            office.enter(hands, directory, calendar);
            advocacy.enter(hands, directory, calendar);
            exampleYears.notes(hands, year, assemblies.enter(hands, directory, calendar), calendar);
        });
    }
}
