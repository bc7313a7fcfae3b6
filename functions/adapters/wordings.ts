import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { MAJOR } from './stored.ts';

/** Words that somebody agreed to. */
export interface Wording {
  /** What a record of consent calls it by: another text has another name. */
  readonly name: string;
  readonly language: string;
  readonly text: string;
}

/** Every wording that anybody was ever asked with: records of consent name it, and outlive deployments. */
export interface Wordings {
  /** Keeps it, if it is not kept already. */
  keep(wording: Wording): Promise<void>;
}

/** @param tableName of the one table; a wording is an item that nothing changes or removes */
export function wordingsIn(tableName: string, config: DynamoDBClientConfig = {}): Wordings {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  /** What this process knows to be there. */
  const kept = new Set<string>();
  return {
    async keep({ name, language, text }) {
      const key = { pk: `wording#${name}`, sk: language };
      if (kept.has(`${name} ${language}`)) return;
      try {
        await client.send(
          new PutCommand({
            TableName: tableName,
            Item: { ...key, v: MAJOR, text },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
      kept.add(`${name} ${language}`);
    },
  };
}
