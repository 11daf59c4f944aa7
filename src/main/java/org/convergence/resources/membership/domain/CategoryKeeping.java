package org.convergence.resources.membership.domain;

import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.Versions;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MembershipPermissions;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Categories of members: what the by-laws say of them is entered here, and nothing is known beforehand (R-GOV-1). */
@Service
@Transactional
@Requires(MembershipPermissions.ADMIT)
public class CategoryKeeping {

    private final CategoryStore categories;
    private final JdbcClient db;

    CategoryKeeping(CategoryStore categories, JdbcClient db) {
        this.categories = categories;
        this.db = db;
    }

    /** All of them, by their codes. */
    @Transactional(readOnly = true)
    @Requires(MembershipPermissions.READ)
    public List<Category> all() {
        return categories.findAllByOrderByCode();
    }

    /** @throws NotFound where there is none */
    @Transactional(readOnly = true)
    @Requires(MembershipPermissions.READ)
    public Category one(CategoryId id) {
        return categories.findById(id.value()).orElseThrow(() -> new NotFound("category"));
    }

    /**
     * Enters a category.
     *
     * @throws Refused where its code is taken
     */
    public CategoryId add(CategoryFacts facts) {
        try {
            return categories.save(Category.of(facts)).typedId();
        } catch (DataIntegrityViolationException taken) {
            throw new Refused("membership.refused.code", facts.code());
        }
    }

    /**
     * Says anew what a category is.
     *
     * @param version that which the form showed
     * @throws Refused where its code is taken, or where it has members of the other kind
     */
    public void correct(CategoryId id, int version, CategoryFacts facts) {
        Category before = one(id);
        Versions.requireSame(Category.TABLE, id.value(), version, before.version());
        if (before.kind() != facts.kind() && hasMembers(id)) {
            throw new Refused("membership.refused.kind");
        }
        try {
            Versions.save(categories, before.saying(facts), Category.TABLE, id.value(), version);
        } catch (DataIntegrityViolationException taken) {
            throw new Refused("membership.refused.code", facts.code());
        }
    }

    private boolean hasMembers(CategoryId id) {
        return db.sql("SELECT EXISTS (SELECT FROM resources.membership WHERE category = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }
}
