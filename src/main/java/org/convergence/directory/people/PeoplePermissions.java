package org.convergence.directory.people;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class PeoplePermissions implements PermissionCatalogue {

    /** See organisations, and the names of people where they take part in the work. */
    public static final String READ = "people.read";

    /** See people with how to reach them. */
    public static final String READ_PEOPLE = "people.readPeople";

    /** Add and change people, organisations, functions and affiliations. */
    public static final String EDIT = "people.edit";

    /** Bring in lists of organisations and people, and take them back. */
    public static final String IMPORT = "people.import";

    /** Give someone what is known of her. */
    public static final String DISCLOSE = "people.disclose";

    /** Forget someone who asks for it. */
    public static final String FORGET = "people.forget";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, Nature.READ),
                new Permission(READ_PEOPLE, Nature.READ_PEOPLE),
                new Permission(EDIT, Nature.EDIT),
                new Permission(IMPORT, Nature.EDIT),
                new Permission(DISCLOSE, Nature.DECIDE),
                new Permission(FORGET, Nature.DECIDE));
    }
}
