package org.convergence.platform.database.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** The name under which the audit keeps an operation. */
class OperationNameTest {

    @ParameterizedTest
    @CsvSource({
        "org.convergence.plan.actionplan.domain.PlanDraftService.rename, actionplan.rename",
        "org.convergence.identity.domain.AccountService.open, identity.open",
        "org.convergence.platform.settings.SettingsService.change, settings.change",
        "imports.run, imports.run",
    })
    void namesModuleAndMethodWithoutTheClass(String transaction, String operation) {
        var definition = new DefaultTransactionDefinition();
        definition.setName(transaction);

        assertThat(ActorTransactionManager.operation(definition)).isEqualTo(operation);
    }

    @Test
    void prefersTheLabelOfTheTransaction() {
        var definition = new DefaultTransactionAttribute();
        definition.setName("org.convergence.directory.people.domain.PersonService.add");
        definition.setLabels(List.of("people.add-person"));

        assertThat(ActorTransactionManager.operation(definition)).isEqualTo("people.add-person");
    }

    @Test
    void isEmptyForATransactionWithoutName() {
        assertThat(ActorTransactionManager.operation(new DefaultTransactionDefinition()))
                .isEmpty();
    }
}
