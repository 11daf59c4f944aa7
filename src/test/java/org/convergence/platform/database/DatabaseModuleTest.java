package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

    @Autowired
    private DatabaseServer server;

    @Test
    void writingTransactionNamesItsActor() {
        var actor = new Actor(UUID.randomUUID(), "Une coordonnatrice", null, "fr", Set.of());
        var definition = new DefaultTransactionDefinition();
        definition.setName("org.convergence.plan.actionplan.domain.PlanDraftService.rename");
        CurrentActor.runAs(
                actor,
                () -> new TransactionTemplate(transactions, definition).execute(status -> {
                    assertThat(setting("convergence.actor"))
                            .isEqualTo(actor.id().toString());
                    assertThat(setting("convergence.actor_label")).isEqualTo("Une coordonnatrice");
                    assertThat(setting("convergence.gesture")).isEqualTo("actionplan.rename");
                    return true;
                }));
        assertThat(setting("convergence.actor")).isEmpty();
    }

    @Test
    void timeOutsAreShortForPagesAndLongForBackgroundWork() throws Exception {
        assertThat(timeOuts()).containsExactly("20s", "10s", "1min");
        List<String> background = new ArrayList<>();
        BackgroundWork.run(() -> background.addAll(timeOuts()));
        assertThat(background).containsExactly("10min", "1min", "10min");
        assertThat(timeOuts()).containsExactly("20s", "10s", "1min");
        try (var connection = server.owner().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW statement_timeout")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("2h");
        }
    }

    private List<String> timeOuts() {
        return Stream.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
                .map(name -> jdbc.sql("SELECT current_setting(?)")
                        .param(name)
                        .query(String.class)
                        .single())
                .toList();
    }

    @Test
    void errorMessagesContainNoRowValues() throws Exception {
        String insert = "INSERT INTO directory.people_person (id, given_name, family_name, pronoun)"
                + " VALUES (gen_random_uuid(), 'Solange', 'Tremblay', '')";
        assertThatThrownBy(() -> jdbc.sql(insert).update())
                .hasMessageContaining("people_person_pronoun_is_short_text")
                .hasMessageNotContaining("Failing row")
                .satisfies(wrong -> assertThat(String.valueOf(wrong.getCause())).doesNotContain("Tremblay, "));
        try (var connection = server.owner().connect();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(insert)).hasMessageNotContaining("Tremblay");
        }
    }

    private String setting(String name) {
        return jdbc.sql("SELECT coalesce(current_setting(?, true), '')")
                .param(name)
                .query(String.class)
                .single();
    }
}
