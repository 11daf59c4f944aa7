package org.convergence;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Finds a bean that is asked for by its own class under the name of that class, which all components have. Without it,
 * Spring goes through all beans for each class that is asked for the first time.
 */
class NamedBeanResolver extends ContextAnnotationAutowireCandidateResolver {

    @Override
    public @Nullable String getSuggestedName(DependencyDescriptor dependency) {
        String name = super.getSuggestedName(dependency);
        return name == null ? dependency.getDependencyType().getName() : name;
    }

    /** Sets it before the first bean is made. */
    static class Initializer implements ApplicationContextInitializer<GenericApplicationContext> {

        @Override
        public void initialize(GenericApplicationContext context) {
            context.getDefaultListableBeanFactory().setAutowireCandidateResolver(new NamedBeanResolver());
        }
    }
}
