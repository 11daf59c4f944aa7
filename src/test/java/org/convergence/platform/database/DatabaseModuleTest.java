package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class DatabaseModuleTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aTransactionThatMayWriteSaysWhoActs() {
        var actor = new Actor(UUID.randomUUID(), "Une coordonnatrice", null, "fr", Set.of());
        var definition = new DefaultTransactionDefinition();
        definition.setName("org.convergence.plan.actionplan.domain.PlanDrafting.rename");
        CurrentActor.runAs(
                actor,
                () -> new TransactionTemplate(transactions, definition).execute(status -> {
                    assertThat(setting("convergence.actor"))
                            .isEqualTo(actor.id().toString());
                    assertThat(setting("convergence.actor_label")).isEqualTo("Une coordonnatrice");
                    assertThat(setting("convergence.gesture")).isEqualTo("PlanDrafting.rename");
                    return true;
                }));
        assertThat(setting("convergence.actor")).isEmpty();
    }

    private String setting(String name) {
        return jdbc.sql("SELECT coalesce(current_setting(?, true), '')")
                .param(name)
                .query(String.class)
                .single();
    }
}
