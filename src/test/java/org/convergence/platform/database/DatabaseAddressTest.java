package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ana:s%40c+ret@db.example.org:5433/plans?sslmode=require",
                "postgres://ana:s%40c+ret@db.example.org:5433/plans?sslmode=require",
                "jdbc:postgresql://db.example.org:5433/plans?user=ana&password=s%40c+ret&sslmode=require"
            })
    void itIsWrittenInTheUsualWays(String text) {
        DatabaseAddress address = DatabaseAddress.parse("URL", text);
        assertThat(address)
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db.example.org:5433/plans?sslmode=require", "ana", "s@c+ret"));
        assertThat(address.database()).isEqualTo("plans");
        assertThat(address.inDatabase("other").url())
                .isEqualTo("jdbc:postgresql://db.example.org:5433/other?sslmode=require");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "mysql://a:b@c/d", "postgresql://host/name", "postgresql://a:secret@host", "a b:secret"})
    void refusesOtherAddressesWithoutShowingPassword(String text) {
        assertThatThrownBy(() -> DatabaseAddress.parse("CONVERGENCE_DATABASE_URL", text))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("CONVERGENCE_DATABASE_URL")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void textHidesPassword() {
        assertThat(DatabaseAddress.parse("URL", "postgresql://ana:secret@host/name"))
                .asString()
                .doesNotContain("secret");
    }
}
