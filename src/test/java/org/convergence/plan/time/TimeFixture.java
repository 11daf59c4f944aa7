package org.convergence.plan.time;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.plan.time.domain.ContractService;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.plan.time.domain.ContractTerms;
import org.convergence.plan.time.domain.WorkingWeek;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.testing.TestUsers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The team in tests of hours: people of the directory with accounts. */
@Component
public class TimeFixture {

    private final JdbcClient db;
    private final ContractService contracts;

    TimeFixture(JdbcClient db, ContractService contracts) {
        this.db = db;
        this.contracts = contracts;
    }

    /** A new person with an account of this role. */
    public Actor hire(TestUsers visitors, String given, String family, Role role) {
        UUID person = Ids.next();
        db.sql("INSERT INTO directory.people_person (id, version, given_name, family_name) VALUES (?, 1, ?, ?)")
                .params(person, given, family)
                .update();
        Set<String> rights = visitors.actor(role).permissions();
        return new Actor(Ids.next(), given + " " + family, person, "fr", rights);
    }

    /** A contract of seven hours from Monday to Friday. */
    public UUID contract(Actor keeper, Actor of, LocalDate from, ContractSource source) {
        var facts = new ContractTerms(
                person(of),
                from,
                null,
                source,
                WorkingWeek.fiveDays("7"),
                ContractTerms.USUAL_OFFICE_SHARE,
                false,
                null);
        UUID[] made = new UUID[1];
        CurrentActor.runAs(keeper, () -> made[0] = contracts.create(facts));
        return made[0];
    }

    /** The directory person of an actor. */
    public static PersonId person(Actor actor) {
        return new PersonId(Objects.requireNonNull(actor.personId()));
    }
}
