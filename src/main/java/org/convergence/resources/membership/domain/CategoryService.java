package org.convergence.resources.membership.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MembershipPermissions;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Categories of members, entered from the by-laws; none is built in (R-GOV-1). */
@Service
@Transactional
@Requires(MembershipPermissions.ADMIT)
public class CategoryService {

    private final CategoryRepository categories;
    private final JdbcClient db;

    CategoryService(CategoryRepository categories, JdbcClient db) {
        this.categories = categories;
        this.db = db;
    }

    /** All categories, by code. */
    @Transactional(readOnly = true)
    @Requires(MembershipPermissions.READ)
    public List<Category> findAll() {
        return categories.findAllByOrderByCode();
    }

    /** @throws NotFound if there is no such category */
    @Transactional(readOnly = true)
    @Requires(MembershipPermissions.READ)
    public Category findById(CategoryId id) {
        return categories.findById(id.value()).orElseThrow(() -> new NotFound("category"));
    }

    /**
     * Adds a category.
     *
     * @throws Refused if its code is taken
     */
    public CategoryId add(CategoryFacts facts) {
        try {
            return categories.save(Category.of(facts)).typedId();
        } catch (DataIntegrityViolationException taken) {
            throw new Refused("membership.refused.code", facts.code());
        }
    }

    /**
     * Corrects a category.
     *
     * @param version shown in the form
     * @throws Refused if its code is taken, or if the kind changes and it has members
     */
    public void correct(CategoryId id, int version, CategoryFacts facts) {
        Category before = findById(id);
        OptimisticLock.requireSameVersion(Category.TABLE, id.value(), version, before.version());
        if (before.kind() != facts.kind() && hasMembers(id)) {
            throw new Refused("membership.refused.kind");
        }
        try {
            OptimisticLock.save(categories, before.withFacts(facts), Category.TABLE, id.value(), version);
        } catch (DataIntegrityViolationException taken) {
            throw new Refused("membership.refused.code", facts.code());
        }
    }

    /** The code, with a number after it where another category has it. */
    @Transactional(readOnly = true)
    @Requires(MembershipPermissions.READ)
    public String findFreeCode(String code) {
        Set<String> taken = findAll().stream().map(Category::code).collect(Collectors.toSet());
        String beginning = code.substring(0, Math.min(code.length(), 8));
        return Stream.concat(Stream.of(code), IntStream.range(2, 100).mapToObj(number -> beginning + number))
                .filter(each -> !taken.contains(each))
                .findFirst()
                .orElse(code);
    }

    /**
     * Deletes a category without members.
     *
     * @throws Refused if it has or had members
     */
    public void delete(CategoryId id, int version) {
        Category before = findById(id);
        OptimisticLock.requireSameVersion(Category.TABLE, id.value(), version, before.version());
        if (hasMembers(id)) {
            throw new Refused("membership.refused.category-in-use");
        }
        categories.delete(before);
    }

    private boolean hasMembers(CategoryId id) {
        return db.sql("SELECT EXISTS (SELECT FROM resources.membership WHERE category = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }
}
