package org.convergence.resources.membership.domain;

import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The stored billing contact of a member.
 *
 * @param person {@code null} if the organisation itself is written to
 * @param language of the letters; {@code null} for that of the person, else the default
 */
@Table(schema = "resources", value = "membership_billing")
public record BillingContactSetting(
        @Id UUID id,
        @Version int version,
        UUID organisation,
        @Nullable UUID person,
        @Nullable String language) {

    static final String TABLE = "resources.membership_billing";

    static BillingContactSetting blankFor(UUID organisation) {
        return new BillingContactSetting(Ids.next(), 0, organisation, null, null);
    }

    BillingContactSetting withContact(@Nullable UUID somebody, @Nullable String inLanguage) {
        return new BillingContactSetting(id, version, organisation, somebody, inLanguage);
    }
}
