package io.lodestone.custody;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the packages of this service may use of each other and of the framework. */
class ArchitectureTest {

    private static final String ROOT = "io.lodestone.custody";
    private static final String[] MODEL = {
        ROOT + ".access",
        ROOT + ".history",
        ROOT + ".holding",
        ROOT + ".key",
        ROOT + ".log",
        ROOT + ".statement",
        ROOT + ".sweep",
        ROOT + ".transfer",
        ROOT + ".webhook",
        ROOT + ".witness",
    };
    private static final List<Class<? extends Annotation>> ACCESS =
            List.of(RolesAllowed.class, PermitAll.class, Authenticated.class);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void the_model_knows_neither_its_rims_nor_a_framework() {
        noClasses()
                .that()
                .resideInAnyPackage(MODEL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..api",
                        "..app",
                        "..store",
                        ROOT + ".sql",
                        ROOT + ".wire",
                        ROOT + ".problem",
                        "jakarta..",
                        "io.smallrye..",
                        "io.vertx..",
                        "io.quarkus..",
                        "io.micrometer..")
                .because("what is decided must be decidable again without this service")
                .check(CLASSES);
    }

    @Test
    void use_cases_do_not_know_the_edge_nor_the_tables() {
        noClasses()
                .that()
                .resideInAPackage("..app")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..api", "..store", ROOT + ".sql", ROOT + ".wire", "jakarta.ws.rs..")
                .check(CLASSES);
    }

    @Test
    void the_edge_knows_no_table_and_no_table_knows_the_edge() {
        noClasses()
                .that()
                .resideInAnyPackage("..api", ROOT + ".wire")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..store", "io.vertx..sqlclient..", "io.vertx..pgclient..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("..store", ROOT + ".sql")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..api", ROOT + ".wire", "jakarta.ws.rs..")
                .check(CLASSES);
    }

    @Test
    void stores_of_different_features_do_not_know_each_other() {
        slices().matching(ROOT + ".(*).store").should().notDependOnEachOther().check(CLASSES);
    }

    @Test
    void nothing_waits_subscribes_or_reads_a_clock_of_its_own() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "waits for or subscribes to a result",
                        call -> List.of("await", "subscribe").contains(call.getName())
                                && (call.getTargetOwner().isAssignableTo(Uni.class)
                                        || call.getTargetOwner().isAssignableTo(Multi.class))))
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(CLASSES);
    }

    @Test
    void every_resource_method_says_who_may_call_it() {
        methods()
                .that(DescribedPredicate.describe("answer HTTP requests", ArchitectureTest::answersRequests))
                .should(new ArchCondition<>("say who may call them, or their class does") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean said = ACCESS.stream()
                                .anyMatch(access -> method.isAnnotatedWith(access)
                                        || method.getOwner().isAnnotatedWith(access));
                        events.add(new SimpleConditionEvent(method, said, method.getFullName()));
                    }
                })
                .check(CLASSES);
    }

    private static boolean answersRequests(JavaMethod method) {
        return method.isMetaAnnotatedWith(HttpMethod.class);
    }
}
