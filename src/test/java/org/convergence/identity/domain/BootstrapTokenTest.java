package org.convergence.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTokenTest {

    private final RolePermissions rights = new RolePermissions(List.of());

    @Test
    void refusesGuessableTokenAtStart() {
        assertThatThrownBy(() -> new BootstrapToken("x".repeat(31), rights)).hasMessageContaining("31 characters");
    }

    @Test
    void acceptsOnlyTheExactToken() {
        BootstrapToken token = new BootstrapToken("x".repeat(32), rights);
        assertThat(token.find("x".repeat(32))).isPresent();
        assertThat(token.find("x".repeat(33))).isEmpty();
    }

    @Test
    void unsetTokenGrantsNothing() {
        assertThat(new BootstrapToken("", rights).find("")).isEmpty();
    }
}
