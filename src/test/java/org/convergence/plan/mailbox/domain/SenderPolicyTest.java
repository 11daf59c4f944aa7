package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Only the trusted host can authenticate a sender. */
class SenderPolicyTest {

    private static final String PASSED = "mx.exemple.org; spf=pass smtp.mailfrom=x; dmarc=pass header.from=exemple.org";

    @Test
    void acceptsTrustedHost() {
        assertThat(SenderPolicy.isVerified(PASSED, "mx.exemple.org")).isTrue();
        assertThat(SenderPolicy.isVerified("MX.exemple.org; dmarc=fail", "mx.exemple.org"))
                .isFalse();
    }

    @Test
    void rejectsOtherHosts() {
        assertThat(SenderPolicy.isVerified(PASSED, "")).isFalse();
        assertThat(SenderPolicy.isVerified(PASSED.replace("mx.", "mx2."), "mx.exemple.org"))
                .isFalse();
        assertThat(SenderPolicy.isVerified("attaque; mx.exemple.org; dmarc=pass", "mx.exemple.org"))
                .isFalse();
        assertThat(SenderPolicy.isVerified("", "mx.exemple.org")).isFalse();
    }

    @Test
    void identifiesSenderByAddressAndTrustedHost() {
        assertThat(SenderPolicy.isFromOwner("Ana@exemple.org", "ana@exemple.org", false, ""))
                .isTrue();
        assertThat(SenderPolicy.isFromOwner("luc@exemple.org", "ana@exemple.org", true, "mx"))
                .isFalse();
        assertThat(SenderPolicy.isFromOwner("ana@exemple.org", "ana@exemple.org", false, "mx"))
                .isFalse();
    }
}
