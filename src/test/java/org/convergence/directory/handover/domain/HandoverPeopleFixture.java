package org.convergence.directory.handover.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.handover.HoldingsFixture;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person who leaves, and two who may follow. */
abstract class HandoverPeopleFixture {

    @Autowired
    TestUsers visitors;

    @Autowired
    HoldingsFixture estate;

    @Autowired
    HandoverFixture relay;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    JdbcClient db;

    PersonId leaves = new PersonId(new UUID(0, 0));
    PersonId ana = leaves;
    PersonId bea = leaves;

    @BeforeEach
    void people() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM platform.mail_message WHERE purpose = 'handover_passed'")
                .update();
        LocalDate longAgo = settings.today().minusYears(1);
        PersonId stays = estate.person("Coordonnatrice", "Qui reste");
        estate.grant(estate.account(stays, Role.COORDINATOR, longAgo), Role.ADMINISTRATOR, longAgo);
        leaves = estate.person("Wapikoni", "Qui part");
        ana = estate.person("Ana", "Qui reste");
        bea = estate.person("Béa", "Qui reste");
    }
}
