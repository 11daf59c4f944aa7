package org.convergence.cooperation.partner;

import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What another module does for a partner, opened from the partner's page: a bean of that module.
 *
 * @param key the message key of the link
 * @param path its address, to which the id of the organisation is added
 * @param permission required to see it
 */
public record PartnerPageLink(String key, String path, String permission) {

    /** The link for a partner; empty without the permission, or for a person. */
    public Optional<Tab> show(@Nullable OrganisationId partner, Words t) {
        return partner != null && CurrentActor.get().may(permission)
                ? Optional.of(new Tab(t.say(key), path + partner.value(), false))
                : Optional.empty();
    }
}
