package org.convergence.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.identity.domain.RoleRights;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People of each role, for tests: as actors of use cases, and as those who send a request. */
@TestComponent
public class Visitors {

    private final RoleRights rights;

    Visitors(RoleRights rights) {
        this.rights = rights;
    }

    /** Someone who holds these roles today; the same roles are always the same person. */
    public Actor actor(Role... roles) {
        UUID id = UUID.nameUUIDFromBytes(List.of(roles).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Actor(id, "Camille D’Amours", null, "fr", rights.of(Set.of(roles)));
    }

    /** Makes a request hers. */
    public RequestPostProcessor as(Role... roles) {
        return authentication(new ActorAuthentication(actor(roles)));
    }
}
