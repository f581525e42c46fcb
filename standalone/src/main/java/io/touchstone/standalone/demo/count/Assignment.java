package io.touchstone.standalone.demo.count;

import io.touchstone.standalone.demo.shop.Customer;
import org.jspecify.annotations.Nullable;

/** Who gets which variant; the evaluator's word, never the demo's. */
public interface Assignment {

    /** Key of the variant; null where no experiment takes the customer. */
    @Nullable
    String variant(Customer customer);

    /** Version of the datafile decided with. */
    long config();
}
